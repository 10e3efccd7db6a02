/** What we use of vis-network, which the page loads before our script runs. */
declare namespace vis {
  type Id = string | number;
  interface Item { id: Id; [key: string]: unknown }
  class DataSet {
    constructor(items?: Item[]);
    add(items: Item[]): void;
    update(items: Item[]): void;
    clear(): void;
    get(id: Id): Item | null;
    getIds(): Id[];
  }
  interface Point { x: number; y: number }
  class Network {
    constructor(container: HTMLElement, data: { nodes: DataSet; edges: DataSet }, options: object);
    on(event: string, handler: (params: any) => void): void;
    setOptions(options: object): void;
    fit(options?: object): void;
    moveTo(options: object): void;
    focus(id: Id, options?: object): void;
    getScale(): number;
    getViewPosition(): Point;
    getPositions(ids?: Id[]): Record<Id, Point>;
    canvasToDOM(point: Point): Point;
    DOMtoCanvas(point: Point): Point;
    selectNodes(ids: Id[], highlightEdges?: boolean): void;
    selectEdges(ids: Id[]): void;
    unselectAll(): void;
    storePositions(): void;
    redraw(): void;
  }
}
